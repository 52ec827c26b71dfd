#!/usr/bin/perl
# Joins a network as a node in the smallest sense: three lines of text, then JSON. Core modules only.
# Usage: hello.pl HOST:PORT; the secret is in MP_SECRET. Asks the port "greeter", and prints the answer.
# Perl's core has no SHA3, so the secret itself is sent: for loopback, and nodes with AcceptClearText only.
use strict;
use warnings;
use IO::Socket::INET;
use JSON::PP;

my $socket = IO::Socket::INET->new(PeerAddr => $ARGV[0], Timeout => 30) or die "no connection: $@\n";
$socket->autoflush(1);
my $json = JSON::PP->new->utf8;
my $id = "perl-$$";

# What we send depends on nothing that the node says, so it may all be sent at once.
print $socket "aemp;1;$id;hmac_sha3_512;json;provider=perl\n";
print $socket "nonce-of-$id\n";
print $socket "cleartext;", unpack("H*", $ENV{MP_SECRET}), ";json\n";
print $socket $json->encode(["greeter", "greet", "Perl", "$id#me"]);

# The node's greeting, its nonce, and its proof, which we can't check.
for (1 .. 3) {
    defined(my $line = <$socket>) or die "not let in\n";
}

$/ = "]";
while (defined(my $text = <$socket>)) {
    if (my $message = $json->incr_parse($text)) {
        print "$message->[2]\n";
        exit 0;
    }
}
die "the node has closed the connection\n";
