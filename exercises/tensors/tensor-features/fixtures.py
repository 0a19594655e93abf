"""NumPy arrays, made where the learner's code runs. Nothing here knows what is right."""


def of_array(to_features, values, **options):
    """The features of an array with these values."""
    return to_features(values.cpu().numpy().copy(), **options)


def after_writing_into_the_array(to_features, values, later, **options):
    """The features of an array that is overwritten after the call."""
    array = values.cpu().numpy().copy()
    features = to_features(array, **options)
    array[...] = later.cpu().numpy()
    return features


def array_after_writing_into_the_features(to_features, values, later):
    """The array, after its features are overwritten."""
    array = values.cpu().numpy().copy()
    to_features(array).copy_(later.cpu())
    return values.new_tensor(array)


def gradient(to_features, rows, upstream):
    """What `.grad` of the features holds after a backward pass."""
    features = to_features(rows, requires_grad=True)
    (features * upstream.cpu()).sum().backward()
    return features.grad


def gradient_of_array(to_features, values, upstream):
    """The same for an array with these values."""
    return gradient(to_features, values.cpu().numpy().copy(), upstream)
