package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"runtime"
	"sync/atomic"
	"syscall"
)

//go:noinline
func priceBasket(items int) int {
	total := 0
	for item := range items {
		total += item * item % 7
	}
	return total
}

//go:noinline
func renderPage(lines int) int {
	page := 0
	for line := range lines {
		page += line * 31 % 5
	}
	return page
}

// What requests and priceBasket cost, measured without a profiler: for the test of this example.
var planted, total atomic.Int64

// threadTime is the CPU time of the thread that runs the goroutine, in nanoseconds; only Linux tells it.
func threadTime() int64 {
	const rusageThread = 1
	var usage syscall.Rusage
	if err := syscall.Getrusage(rusageThread, &usage); err != nil {
		return 0
	}
	return usage.Utime.Nano() + usage.Stime.Nano()
}

func basket(w http.ResponseWriter, _ *http.Request) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	start := threadTime()
	price := priceBasket(30_000_000)
	priced := threadTime()
	page := renderPage(10_000_000)
	planted.Add(priced - start)
	total.Add(threadTime() - start)
	fmt.Fprintln(w, price, page)
}

func truth(w http.ResponseWriter, _ *http.Request) {
	seconds := map[string]float64{
		"planted": float64(planted.Load()) / 1e9,
		"total":   float64(total.Load()) / 1e9,
	}
	json.NewEncoder(w).Encode(seconds)
}

func shop() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/basket", basket)
	mux.HandleFunc("/truth", truth)
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ready") })
	return mux
}
