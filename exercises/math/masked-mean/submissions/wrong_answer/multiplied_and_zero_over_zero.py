# caught-by: ignores_what_stands_in_the_padding
# mistake: Two cases are open: NaN in the padding survives a multiplication by 0, and a row without a valid step is 0/0.
# mistake[zh-CN]: 还有两种情况没有处理：填充处的 NaN 乘以 0 仍是 NaN；没有有效步的行是 0/0。
def masked_mean(x, mask):
    return (x * mask.unsqueeze(-1)).sum(dim=1) / mask.sum(dim=1, keepdim=True)
