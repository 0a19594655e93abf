def bin_and_offset(x, width):
    return (x // width).long(), x % width
