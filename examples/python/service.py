"""A shop with one slow function, price_basket, and Pyroscope's SDK for Python."""

import json
import os
import signal
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pyroscope

# What a service needs: the address from the environment, a short interval, a stop at the end.
pyroscope.configure(
    application_name=os.environ.get("PYROSCOPE_APPLICATION_NAME", "shop"),
    server_address=os.environ.get("PYROSCOPE_SERVER_ADDRESS", "http://localhost:4040"),
    upload_interval=1,
)


def stop(*_):
    pyroscope.shutdown()  # returns before the last profile is sent …
    time.sleep(1)  # … so give it a second
    sys.exit(0)


signal.signal(signal.SIGTERM, stop)


def price_basket(items):
    total = 0
    for item in range(items):
        total += item * item % 7
    return total


def render_page(lines):
    page = []
    for line in range(lines):
        page.append("<li>%d</li>" % line)
    return "".join(page)


class CpuTime:
    """What requests and price_basket cost, measured without a profiler: for the test of this example."""

    lock = threading.Lock()
    planted = 0.0
    total = 0.0


def answer():
    start = time.thread_time()
    price_basket(1_000_000)
    priced = time.thread_time()
    page = render_page(100_000)
    end = time.thread_time()
    with CpuTime.lock:
        CpuTime.planted += priced - start
        CpuTime.total += end - start
    return page


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path == "/truth":
            with CpuTime.lock:
                body = json.dumps({"planted": CpuTime.planted, "total": CpuTime.total})
        elif self.path == "/basket":
            body = answer()
        else:
            body = "ready"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), Handler).serve_forever()
