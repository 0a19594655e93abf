"""Writes into shards, in the learner's process. Nothing here knows what is right."""


def after_writing_into_the_parts(shards, x, *args):
    """What x holds after 1, 2, 3, ... was added to the parts."""
    for number, part in enumerate(shards(x, *args), start=1):
        part.add_(number)
    return x
