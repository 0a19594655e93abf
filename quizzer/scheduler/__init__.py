"""When a card returns: memory model, steps, fuzz, study days, ratings and the queue.

Pure: it reads no clock, no global random generator and no file.
"""
