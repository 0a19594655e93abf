def positional(x):
    steps, width = x.shape[1:]
    table = x.new_zeros(steps, width)
    position = x.new_ones(steps).cumsum(0) - 1
    for i in range(width):
        angle = position / 10000 ** ((i - i % 2) / width)
        table[:, i] = angle.cos() if i % 2 else angle.sin()
    return table.expand_as(x) + x
