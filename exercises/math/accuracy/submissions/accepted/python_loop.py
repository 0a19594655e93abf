def accuracy(logits, targets, ignore_index=-100):
    right = total = 0
    for row, target in zip(logits.tolist(), targets.tolist()):
        if target == ignore_index:
            continue
        total += 1
        right += row.index(max(row)) == target
    return right / total if total else 0.0
