def sentence_vector(gru, x):
    _, h_n = gru(x)
    directions = 1 + gru.bidirectional
    last = h_n.view(gru.num_layers, directions, len(x), gru.hidden_size)[-1]
    return last.transpose(0, 1).reshape(len(x), -1)
