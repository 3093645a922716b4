// A shop with one slow function, priceBasket, and net/http/pprof instead of an SDK.
package main

import (
	"log"
	"net/http"
	"net/http/pprof"
	"os"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("/", shop())
	// What a service needs: the profile's route, on any port that Flamegate can reach.
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), mux))
}
