"""The learner's layer, run and looked at. Nothing here knows what is right."""


def fill(layer, weight, bias):
    """Give the layer these parameters, where it has any."""
    for name, value in (("weight", weight), ("bias", bias)):
        if getattr(layer, name, None) is not None:
            with torch.no_grad():
                getattr(layer, name).copy_(value)


def run(layer, x, upstream, *, training, grad=True):
    """A forward pass, and a backward pass where wanted: the output, and the gradients of x and the parameters."""
    layer.train(training)
    layer.zero_grad()
    x = x.clone().requires_grad_(grad)
    with torch.set_grad_enabled(grad):
        y = layer(x)
    if not grad:
        return y, None, {}
    (y * upstream).sum().backward()
    return y.detach(), x.grad, {name: p.grad for name, p in layer.named_parameters()}


def load(layer, values):
    """Go on from a saved state."""
    layer.load_state_dict(values)


def state(layer):
    """Copies of all that state_dict holds, by name."""
    return {name: value.detach().clone() for name, value in sorted(layer.state_dict().items())}


def names(layer):
    """The names of parameters, and of buffers."""
    return sorted(n for n, _ in layer.named_parameters()), sorted(n for n, _ in layer.named_buffers())


def graphs(layer):
    """The buffers that carry a graph."""
    return [name for name, buffer in layer.named_buffers() if buffer.requires_grad or buffer.grad_fn is not None]
