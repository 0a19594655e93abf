"""The learner's database: content as synced, schedules, the review log, submissions. SQLite, one file.

Owns every SQL statement. Knows nothing of scheduling rules or files of content, and never reads the clock.
"""
