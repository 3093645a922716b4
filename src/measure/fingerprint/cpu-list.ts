/** More than any kernel is built for. */
const MAX_CPU = 1 << 16;

/** Numbers of the CPUs in a list of the kernel's: 0, 1, 2, 3, 8, 10 for `0-3,8,10`. Undefined for what is no list. */
export function parseCpuList(list: string): readonly number[] | undefined {
  const cpus: number[] = [];
  for (const range of list.trim().split(',')) {
    const { first, last = first } = /^(?<first>\d+)(?:-(?<last>\d+))?$/.exec(range)?.groups ?? {};
    if (first === undefined || Number(last) < Number(first) || Number(last) > MAX_CPU) {
      return undefined;
    }
    for (let cpu = Number(first); cpu <= Number(last); cpu += 1) cpus.push(cpu);
  }
  return cpus;
}
