"""Writes into the selection, in the learner's process. Nothing here knows what is right."""


def after_writing_into_the_result(take_columns, x, idx):
    """What x holds after its selected columns were overwritten."""
    take_columns(x, idx).zero_()
    return x
