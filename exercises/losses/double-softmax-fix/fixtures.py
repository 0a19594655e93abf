"""Training with the learner's model and loss. Nothing here knows what is right."""


def stretch(model, factor):
    """Multiply all parameters, so that the outputs are far from uniform."""
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.mul_(factor)


def proba(model, x):
    """What the learner's model takes for probabilities."""
    return model.predict_proba(x)


def trained_loss(model, loss_fn, x, y, steps):
    """Train with Adam; the loss in the end."""
    optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
    for _ in range(steps):
        optimizer.zero_grad()
        loss_fn(model, x, y).backward()
        optimizer.step()
    return loss_fn(model, x, y).detach()
