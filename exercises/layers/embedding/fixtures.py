"""The learner's layer, looked at and trained. Nothing here knows what is right."""


def table(layer):
    """A copy of the first parameter, if there is one, and how many there are."""
    found = list(layer.parameters())
    return found[0].detach().clone() if found else None, len(found)


def steps(layer, indices, upstreams, lr):
    """One SGD step for each upstream gradient; the gradient of each (None where none came), and the table in the end."""
    optimizer = torch.optim.SGD(layer.parameters(), lr=lr)
    gradients = []
    for upstream in upstreams:
        optimizer.zero_grad()
        (layer(indices) * upstream).sum().backward()
        gradient = next(layer.parameters()).grad
        gradients.append(None if gradient is None else gradient.clone())
        optimizer.step()
    return gradients, next(layer.parameters()).detach().clone()
