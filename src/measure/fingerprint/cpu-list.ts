/** How many CPUs a list of the kernel's has: 6 for `0-3,8,10`. Undefined for what is no list. */
export function countCpus(list: string): number | undefined {
  let count = 0;
  for (const range of list.trim().split(',')) {
    const { first, last = first } = /^(?<first>\d+)(?:-(?<last>\d+))?$/.exec(range)?.groups ?? {};
    if (first === undefined || Number(last) < Number(first)) return undefined;
    count += Number(last) - Number(first) + 1;
  }
  return count;
}
