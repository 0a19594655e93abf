def weighted_backward(outputs, weights):
    total = sum((weight * output).sum() for output, weight in zip(outputs, weights))
    total.backward()
