# caught-by: finds_the_bin_of_negative_numbers
# mistake: The offset is right, but the index of negative numbers is rounded towards zero.
# mistake[zh-CN]: 偏移是对的，但负数的编号向零取整了。
def bin_and_offset(x, width):
    return (x / width).long(), x % width
