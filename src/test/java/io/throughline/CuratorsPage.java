package io.throughline;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stands for what curators do by HTTP alone. */
@RestController
class CuratorsPage {

    @GetMapping("/test/curators")
    @PreAuthorize("hasRole('CURATOR')")
    String name(@CurrentSecurityContext(expression = "authentication.name") String person) {
        return person;
    }
}
