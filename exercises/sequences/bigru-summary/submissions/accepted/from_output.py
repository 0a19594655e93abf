import torch


def sentence_vector(gru, x):
    output = gru(x)[0]
    h = gru.hidden_size
    parts = [output[:, -1, :h]]
    if gru.bidirectional:
        parts.append(output[:, 0, h:])
    return torch.cat(parts, -1)
