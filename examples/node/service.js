// A shop with one slow function, priceBasket, and Pyroscope's SDK for Node.
import { createServer } from 'node:http';
import Pyroscope from '@pyroscope/nodejs';

// What a service needs: no address in the code, since the environment has it, and a stop at the end.
Pyroscope.init({ appName: 'shop' });
Pyroscope.start();
process.once('SIGTERM', async () => {
  await Pyroscope.stop(); // sends the last profile
  process.exit(0);
});

function priceBasket(items) {
  let total = 0;
  for (let item = 0; item < items; item++) total += (item * 17) % 7;
  return total;
}

function renderPage(lines) {
  let page = 0;
  for (let line = 0; line < lines; line++) page += (line * 31) % 5;
  return page;
}

// What requests and priceBasket cost, measured without a profiler: for the test of this example.
const cpuTime = { planted: 0, total: 0 };

/** CPU seconds of the process, nearly all of which are this one thread's. */
function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function answer() {
  const start = cpuSeconds();
  const total = priceBasket(30_000_000);
  const priced = cpuSeconds();
  const page = renderPage(10_000_000);
  cpuTime.planted += priced - start;
  cpuTime.total += cpuSeconds() - start;
  return `${total} ${page}`;
}

createServer((request, response) => {
  if (request.url === '/truth') response.end(JSON.stringify(cpuTime));
  else response.end(request.url === '/basket' ? answer() : 'ready');
}).listen(Number(process.env.PORT), '127.0.0.1');
