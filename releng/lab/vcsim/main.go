// Command vcsim serves the simulator engine of VMware's Go SDK, govmomi, the way that VMware's command of that name does.
//
// It prints one line, url=https://ADDRESS:PORT/sdk, once it answers there, and ends on SIGTERM, on SIGINT, after its lifetime and,
// with -stdinexit, at the end of its standard input.
package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	o, err := parseOptions(os.Args[1:])
	if errors.Is(err, flag.ErrHelp) {
		return
	}
	if err == nil {
		err = serve(o)
	}
	if err != nil {
		log.Fatal(err)
	}
}

func serve(o *options) error {
	model, err := o.model()
	if err != nil {
		return err
	}
	address, err := o.address()
	if err != nil {
		return err
	}
	config, err := o.tls()
	if err != nil {
		return err
	}
	if err := model.Create(); err != nil {
		return err
	}
	defer model.Remove()
	model.Service.Listen = address
	model.Service.TLS = config
	server := model.Service.NewServer()
	// A copy without the password; the engine checks log-ins against the original.
	shown := *server.URL
	shown.User = nil
	fmt.Printf("url=%s\n", &shown)
	waitForEnd(o)
	return nil
}

// waitForEnd leaves connections alone that are still open: the process ends after it.
func waitForEnd(o *options) {
	end := make(chan os.Signal, 1)
	signal.Notify(end, syscall.SIGINT, syscall.SIGTERM)
	if o.stdinExit {
		go func() {
			// Whatever it returns, the one who started this process wants it to end.
			_, _ = os.Stdin.Read(make([]byte, 1))
			end <- syscall.SIGTERM
		}()
	}
	select {
	case <-end:
	case <-time.After(o.lifetime):
	}
}
