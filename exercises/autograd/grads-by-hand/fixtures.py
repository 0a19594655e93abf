"""Ways to call the learner's function. Nothing here knows what is right."""


def call(function, arguments, mode):
    """The result of a call inside ``torch.no_grad()`` or ``torch.inference_mode()``, copied."""
    with torch.no_grad() if mode == "no_grad" else torch.inference_mode():
        found = function(*[argument.clone() for argument in arguments])
        return [value.clone() if isinstance(value, torch.Tensor) else value for value in found]
