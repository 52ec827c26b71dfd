# CBOR by CBOR::XS, JSON by JSON::XS: see README.md.
# A text of ASCII characters is kept as octets, as most are in Perl; CBOR::XS sends those as bytes, and others as text.
use strict;
use warnings;
use B ();
use Encode ();
use Types::Serialiser ();

my ($format, $direction) = @ARGV;
my $impossible = {};

sub parse {
    my ($tokens) = @_;
    my $token = shift @$tokens;
    my ($kind, $rest) = (substr ($token, 0, 1), substr ($token, 1));
    return undef if $kind eq "N";
    return $kind eq "T" ? $Types::Serialiser::true : $Types::Serialiser::false if $kind =~ /[TF]/;
    return integer ($rest) if $kind eq "i";
    if ($kind eq "f") {
        my $number = unpack "d>", pack "H*", $rest;

        # Rounded to 15 digits, the greatest of all is beyond what there is.
        die $impossible if $format eq "json" && abs ($number) > 1.797693e308;
        return $number;
    }
    if ($kind eq "s") {
        my $octets = pack "H*", $rest;
        return $octets =~ /[\x80-\xff]/ ? Encode::decode ("utf8", $octets, 1) : $octets;
    }
    if ($kind eq "b") {
        die $impossible if $format eq "json";
        return pack "H*", $rest;
    }
    if ($kind eq "t") {
        die $impossible if $format eq "json";
        my ($seconds, $nanoseconds) = split /\./, $rest;
        die $impossible if $nanoseconds ne "000000000";
        return CBOR::XS::tag (1, integer ($seconds));
    }
    my @items;
    push @items, parse ($tokens) while $tokens->[0] !~ /^[\]}]$/;
    shift @$tokens;
    return $kind eq "[" ? \@items : {@items};
}

sub integer {
    my ($text) = @_;
    return $text eq "-9223372036854775808" ? -9223372036854775807 - 1 : $text + 0;
}

sub write_text { "s" . unpack "H*", Encode::encode ("utf8", $_[0]) }

sub notation {
    my ($value) = @_;
    return "N" if !defined $value;
    if (Types::Serialiser::is_bool ($value)) { return $value ? "T" : "F" }
    if (ref $value eq "ARRAY") { return join " ", "[", (map notation ($_), @$value), "]" }
    if (ref $value eq "HASH") {
        my %by_text = map +(write_text ($_) => $value->{$_}), keys %$value;
        return join " ", "{", (map +($_, notation ($by_text{$_})), sort keys %by_text), "}";
    }
    if (ref $value eq "CBOR::XS::Tagged") {
        my ($tag, $content) = @$value;
        return "t$content.000000000" if $tag == 1;
        die "tag $tag" if $tag != 0;
        return $content =~ /^.{19}\.(\d+)Z$/ ? moment ($content, $1) : moment ($content, 0);
    }
    my $flags = B::svref_2object (\$value)->FLAGS;
    return "i$value" if $flags & B::SVf_IOK;
    if ($flags & B::SVf_NOK) {
        return "f7ff8000000000000" if $value != $value;
        return "f" . unpack "H*", pack "d>", $value;
    }
    return utf8::is_utf8 ($value) || $format eq "json" ? write_text ($value) : "b" . unpack "H*", $value;
}

sub moment {
    my ($text, $fraction) = @_;
    require Time::Piece;
    my $seconds = Time::Piece->strptime (substr ($text, 0, 19), "%Y-%m-%dT%H:%M:%S")->epoch;
    return "t$seconds." . substr ("${fraction}000000000", 0, 9);
}

my ($encode, $decode);
if ($format eq "cbor") {
    require CBOR::XS;
    my $cbor = CBOR::XS->new->filter (sub { () });
    ($encode, $decode) = (sub { $cbor->encode ($_[0]) }, sub { $cbor->decode ($_[0]) });
} else {
    require JSON::XS;
    my $json = JSON::XS->new->utf8->canonical->allow_nonref;
    $encode = sub {
        my $text = $json->encode ($_[0]);
        die $impossible if $text =~ /(?<!")\b(?:inf|nan)\b/i;
        $text
    };
    $decode = sub { $json->decode ($_[0]) };
}

while (my $line = <STDIN>) {
    chomp $line;
    my $result = eval {
        $direction eq "encode"
            ? unpack "H*", $encode->(parse ([split / /, $line]))
            : notation ($decode->(pack "H*", $line))
    };
    die $@ if !defined $result && !(ref $@ && $@ == $impossible);
    print defined $result ? $result : "-", "\n";
}
