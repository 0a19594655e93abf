# caught-by: measures_the_offset
# mistake: You seem to subtract the unrounded quotient: nothing is left of the offset.
# mistake[zh-CN]: 你似乎减去了没有取整的商：偏移什么也不剩。
def bin_and_offset(x, width):
    quotient = x / width
    return quotient.floor().long(), (x - quotient * width).to(x.dtype)
