// A shop with one slow function, priceBasket, and Pyroscope's SDK for Go.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/grafana/pyroscope-go"
)

func main() {
	// What a service needs: a short interval, and a stop at the end. PYROSCOPE_ADHOC_SERVER_ADDRESS,
	// which Flamegate sets, replaces the address.
	profiler, err := pyroscope.Start(pyroscope.Config{
		ApplicationName: "shop",
		ServerAddress:   "http://localhost:4040",
		UploadRate:      time.Second,
		ProfileTypes:    []pyroscope.ProfileType{pyroscope.ProfileCPU},
	})
	if err != nil {
		log.Fatal(err)
	}
	stopped := make(chan os.Signal, 1)
	signal.Notify(stopped, syscall.SIGTERM)
	go func() {
		<-stopped
		profiler.Stop() // sends the last profile
		os.Exit(0)
	}()

	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), shop()))
}
