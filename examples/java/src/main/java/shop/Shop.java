package shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A shop with one slow method, priceBasket; Pyroscope's agent is loaded by -javaagent. */
public final class Shop {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What requests and priceBasket cost, measured without a profiler: for the test of this example. */
  private static final AtomicLong PLANTED = new AtomicLong();
  private static final AtomicLong TOTAL = new AtomicLong();

  static long priceBasket(int items) {
    long price = 0;
    for (int item = 0; item < items; item++) price += (long) item * item % 7;
    return price;
  }

  static long renderPage(int lines) {
    long page = 0;
    for (int line = 0; line < lines; line++) page += line * 31L % 5;
    return page;
  }

  static String answer() {
    long start = THREADS.getCurrentThreadCpuTime();
    long price = priceBasket(30_000_000);
    long priced = THREADS.getCurrentThreadCpuTime();
    long page = renderPage(10_000_000);
    PLANTED.addAndGet(priced - start);
    TOTAL.addAndGet(THREADS.getCurrentThreadCpuTime() - start);
    return price + " " + page;
  }

  static String truth() {
    return "{\"planted\": " + PLANTED.get() / 1e9 + ", \"total\": " + TOTAL.get() / 1e9 + "}";
  }

  static void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String text = path.equals("/truth") ? truth() : path.equals("/basket") ? answer() : "ready";
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(System.getenv("PORT"));
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/", Shop::serve);
    server.setExecutor(Executors.newFixedThreadPool(2));
    server.start();
  }
}
