/** Everybody who asks for the same key while it is under way shares one run. */
export function createSingleFlight<Value>() {
  const flights = new Map<string, Promise<Value>>();
  return function share(key: string, run: () => Promise<Value>): Promise<Value> {
    const underWay = flights.get(key);
    if (underWay) return underWay;
    const flight = run().finally(() => flights.delete(key));
    flights.set(key, flight);
    return flight;
  };
}
