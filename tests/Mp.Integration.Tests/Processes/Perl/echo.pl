# A node of AnyEvent::MP: a port in the group "perl" that answers pings, and dies when it is told to.
use strict;
use warnings;
use AnyEvent;
use AnyEvent::MP;

my ($seed) = @ARGV;
configure nodeid => "perl", secret => $ENV{MP_SECRET}, binds => ["127.0.0.1:*"], seeds => [$seed];

my $port = port;
rcv $port, ping => sub { my ($reply, @head) = @_; snd $reply, @head, "pong", $port };
rcv $port, die => sub { die "asked to\n" };
db_reg perl => $port;

AnyEvent->condvar->recv;
