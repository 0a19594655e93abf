"""A GRU with given weights. Nothing here knows what is right."""


def build(weights, features, hidden, layers, bidirectional):
    """nn.GRU with these parameters, batch first."""
    gru = nn.GRU(features, hidden, layers, bidirectional=bidirectional, batch_first=True).to(weights[0])
    with torch.no_grad():
        for parameter, weight in zip(gru.parameters(), weights, strict=True):
            parameter.copy_(weight)
    return gru


def parameter_gradients(sentence_vector, gru, x, upstream):
    """Gradients of all parameters; None where none arrived."""
    gru.zero_grad()
    (sentence_vector(gru, x) * upstream).sum().backward()
    return [parameter.grad for parameter in gru.parameters()]
