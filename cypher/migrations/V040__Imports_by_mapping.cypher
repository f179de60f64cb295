CREATE INDEX import_run_mapping IF NOT EXISTS FOR (run:ImportRun) ON (run.mapping);
