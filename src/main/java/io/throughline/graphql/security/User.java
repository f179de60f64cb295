package io.throughline.graphql.security;

import java.util.List;

/** A person of the token file. */
record User(String name, List<Role> roles) {}
