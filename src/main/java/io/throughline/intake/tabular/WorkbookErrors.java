package io.throughline.intake.tabular;

/** Why a workbook is refused as a whole, for the checks that find it out. */
final class WorkbookErrors {
    private WorkbookErrors() {}

    static UnreadableFileException damaged(FileSource source) {
        return source.unreadable(
                "DAMAGED_WORKBOOK", "is a damaged workbook; open it in a spreadsheet program and save it again");
    }

    /** @param message says which limit is exceeded; a format for the values */
    static UnreadableFileException tooLarge(FileSource source, String message, Object... values) {
        return source.unreadable("WORKBOOK_TOO_LARGE", message, values);
    }
}
