def weighted_backward(outputs, weights):
    last = len(outputs) - 1
    for i, output in enumerate(outputs):
        output.backward(weights[i], retain_graph=i < last)
