package main

import (
	"crypto/tls"
	"flag"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/vmware/govmomi/session"
	"github.com/vmware/govmomi/simulator"
)

// options holds the command line as given. The flags have the names and meanings that they have in VMware's own vcsim;
// -lifetime is ours.
type options struct {
	listen      string
	esx         bool
	datacenters int
	clusters    int
	hosts       int
	standalone  int
	machines    int
	pools       int
	folders     int
	autostart   bool
	apiVersion  string
	username    string
	password    string
	certificate string
	key         string
	delay       int
	methodDelay string
	stdinExit   bool
	lifetime    time.Duration
}

func parseOptions(arguments []string) (*options, error) {
	model := simulator.VPX()
	o := &options{}
	flags := flag.NewFlagSet("vcsim", flag.ContinueOnError)
	flags.StringVar(&o.listen, "l", "127.0.0.1:0", "address and port to listen on; port 0 takes a free one")
	flags.BoolVar(&o.esx, "esx", false, "play a standalone ESXi host")
	flags.IntVar(&o.datacenters, "dc", model.Datacenter, "number of datacenters")
	flags.IntVar(&o.clusters, "cluster", model.Cluster, "number of clusters in a datacenter")
	flags.IntVar(&o.hosts, "host", model.ClusterHost, "number of hosts in a cluster")
	flags.IntVar(&o.standalone, "standalone-host", model.Host, "number of standalone hosts in a datacenter")
	flags.IntVar(&o.machines, "vm", model.Machine, "number of virtual machines in a resource pool")
	flags.IntVar(&o.pools, "pool", model.Pool, "number of resource pools in a cluster")
	flags.IntVar(&o.folders, "folder", model.Folder, "number of datacenters that lie in folders")
	flags.BoolVar(&o.autostart, "autostart", model.Autostart, "whether the virtual machines are powered on at first")
	flags.StringVar(&o.apiVersion, "api-version", model.ServiceContent.About.ApiVersion, "API version to announce")
	flags.StringVar(&o.username, "username", "", "the one user name that may log in; any when empty")
	flags.StringVar(&o.password, "password", "", "that user's password, or a file that holds it")
	flags.StringVar(&o.certificate, "tlscert", "", "PEM file of the certificate; one of the simulator's own when empty")
	flags.StringVar(&o.key, "tlskey", "", "PEM file of the certificate's key")
	flags.IntVar(&o.delay, "delay", 0, "milliseconds by which every answer is delayed")
	flags.StringVar(&o.methodDelay, "method-delay", "", "milliseconds by method or task, as in Login:300,PowerOff:4000,LockHandoff:0")
	flags.BoolVar(&o.stdinExit, "stdinexit", false, "end when standard input has something to read or ends")
	flags.DurationVar(&o.lifetime, "lifetime", time.Hour, "end after this long in any case")
	if err := flags.Parse(arguments); err != nil {
		return nil, err
	}
	if flags.NArg() > 0 {
		return nil, fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	return o, nil
}

// model returns the inventory to create, and sets the delays of tasks, which the engine keeps in a global variable.
func (o *options) model() (*simulator.Model, error) {
	delays, err := parseDelays(o.methodDelay)
	if err != nil {
		return nil, err
	}
	model := simulator.VPX()
	if o.esx {
		model = simulator.ESX()
	} else {
		model.ServiceContent.About.ApiVersion = o.apiVersion
		model.Datacenter = o.datacenters
		model.Cluster = o.clusters
		model.ClusterHost = o.hosts
		model.Host = o.standalone
		model.Pool = o.pools
		model.Folder = o.folders
	}
	model.Machine = o.machines
	model.Autostart = o.autostart
	model.DelayConfig.Delay = o.delay
	model.DelayConfig.MethodDelay = delays
	simulator.TaskDelay.MethodDelay = delays
	return model, nil
}

func parseDelays(text string) (map[string]int, error) {
	delays := map[string]int{}
	if text == "" {
		return delays, nil
	}
	for _, entry := range strings.Split(text, ",") {
		method, value, found := strings.Cut(strings.TrimSpace(entry), ":")
		milliseconds, err := strconv.Atoi(value)
		if !found || err != nil || milliseconds < 0 {
			return nil, fmt.Errorf("-method-delay: %q is not of the form Method:milliseconds", entry)
		}
		delays[method] = milliseconds
	}
	return delays, nil
}

func (o *options) address() (*url.URL, error) {
	address := &url.URL{Host: o.listen}
	if o.username == "" {
		return address, nil
	}
	password, err := session.Secret(o.password)
	if err != nil {
		return nil, err
	}
	address.User = url.UserPassword(o.username, password)
	return address, nil
}

func (o *options) tls() (*tls.Config, error) {
	config := new(tls.Config)
	if o.certificate == "" {
		return config, nil
	}
	pair, err := tls.LoadX509KeyPair(o.certificate, o.key)
	if err != nil {
		return nil, err
	}
	config.Certificates = []tls.Certificate{pair}
	return config, nil
}
