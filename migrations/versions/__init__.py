"""The revisions. The file's number is its place, its name says what came with it."""
