"""Many calls at once, in the learner's process. Nothing here knows what is right."""


def all_of(pool2d_shape, calls):
    """What each call returns, or the exception that it raises, as a text."""
    results = []
    for hw, k, options in calls:
        try:
            results.append(pool2d_shape(hw, k, **options))
        except Exception as error:  # the check says which call it was
            results.append(f"{type(error).__name__}: {error}")
    return results
