CREATE CONSTRAINT graph_version IF NOT EXISTS FOR (version:GraphVersion) REQUIRE version.id IS UNIQUE;
