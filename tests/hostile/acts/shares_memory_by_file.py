"""Leaves a message in /dev/shm."""

open("/dev/shm/quizzer-hostile", "w").write("x")
