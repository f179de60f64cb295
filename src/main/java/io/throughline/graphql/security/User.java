package io.throughline.graphql.security;

import java.util.List;

/** A user in the token file. */
record User(String name, List<Role> roles) {}
