"""Plain lists, made into tensors in the end."""

import torch


def pad_collate(batch, pad_value=0):
    longest = max(len(s) for s, _ in batch)
    rows, mask, lengths, labels = [], [], [], []
    for sequence, label in batch:
        missing = longest - len(sequence)
        rows.append(sequence.tolist() + [pad_value] * missing)
        mask.append([True] * len(sequence) + [False] * missing)
        lengths.append(len(sequence))
        labels.append(label)
    x = torch.tensor(rows, dtype=batch[0][0].dtype)
    return x, torch.tensor(lengths), torch.tensor(mask, dtype=torch.bool), torch.tensor(labels)
