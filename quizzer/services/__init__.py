"""Use cases: what a command does, put together from scheduler, content, storage and grader."""
