/** The processor's time that this process has had, in milliseconds: what the machine does besides doesn't count, as it would by the clock. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
