"""NumPy arrays, simple transforms, and many calls at once. Nothing here knows what is right."""

import torch


def converted(to_tensor, pixels, flipped):
    """What to_tensor makes of an array of these pixels, and the array afterwards."""
    array = pixels.cpu().numpy().copy()
    if flipped:
        array = array[::-1].copy()[::-1] if flipped == "rows" else array[:, ::-1].copy()[:, ::-1]
    return to_tensor(array), torch.from_numpy(array.copy())


def simple(name):
    """A function of one tensor."""
    return {"plus one": lambda x: x + 1, "times three": lambda x: x * 3, "negative": lambda x: -x}[name]


def flips(transform, count):
    """Whether each of so many calls mirrored the image; None where the result is something else."""
    x = torch.arange(6.0).view(1, 2, 3)
    results = []
    for _ in range(count):
        y = transform(x)
        results.append(1 if torch.equal(y, x.flip(2)) else 0 if torch.equal(y, x) else -1)
    return torch.tensor(results)
