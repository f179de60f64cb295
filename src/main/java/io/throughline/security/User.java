package io.throughline.security;

import java.util.List;

/** A person of the token file. */
record User(String name, List<Role> roles) {}
