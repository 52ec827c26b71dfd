using System.Text;

namespace Mp.Torture.Handshakes;

/// <summary>Changes what a recorded peer says, by what is known of greetings.</summary>
internal sealed class GreetingMutator(Random random)
{
    private const int MaxBytes = 20_000;

    /// <summary>What greetings are made of, right and wrong.</summary>
    public static readonly string[] Tokens =
    [
        ";", ",", "=", "\r", "\n", "\r\n", "\0", " ", "\t", "\u00ff", "\u0080", "aemp", "aemp;1;", "AEMP", "json", "cbor",
        "msgpack", "storable", "hmac_sha3_512", "tls_sha3_512", "tls_anon", "cleartext", "hmac_md6_64_256", "tls=", "mproto=1",
        "gproto=1", "provider=", "peeraddr=127.0.0.1:1", "GET / HTTP/1.1", "127.0.0.1:4040", "-1", "1;1;1;1;1;1;1;1",
    ];

    /// <summary>A nonce as nodes make them.</summary>
    public string Nonce()
    {
        byte[] bytes = new byte[Mp.Wire.Handshake.NonceBytes];
        random.NextBytes(bytes);
        return Mp.Wire.Handshake.NonceOf(bytes);
    }

    /// <summary>What the peer says, changed.</summary>
    public byte[] Change(RecordedEnd end)
    {
        var lines = Encoding.Latin1.GetString(end.Peer.Lines).Split('\n').ToList();
        for (int change = random.Next(1, 4); change > 0; change--)
        {
            ChangeOnce(lines, end);
        }

        byte[] bytes = Encoding.Latin1.GetBytes(string.Join('\n', lines));
        return bytes.Length > MaxBytes ? bytes[..MaxBytes] : bytes;
    }

    private void ChangeOnce(List<string> lines, RecordedEnd end)
    {
        int at = random.Next(lines.Count);
        string line = lines[at];
        int from = random.Next(line.Length + 1);
        int to = random.Next(from, line.Length + 1);
        string[] own = [end.Own.Greeting1, end.Own.Greeting2, end.Own.Auth];
        lines[at] = random.Next(12) switch
        {
            0 => line[..from],
            1 => line[..from] + line[to..],
            2 => line[..to] + line[from..],
            3 => line[..from] + (char)random.Next(256) + line[from..],
            4 => string.Concat(line.AsSpan(0, from), Tokens[random.Next(Tokens.Length)], line.AsSpan(to)),
            5 => own[random.Next(own.Length)],
            6 => Swapped(line, ';'),
            7 => Swapped(line, ','),
            8 => lines[random.Next(lines.Count)],
            9 => line + ";" + Tokens[random.Next(Tokens.Length)] + "=" + Tokens[random.Next(Tokens.Length)],
            10 => line + new string('x', random.Next(10_000)),
            _ => WithAnotherProof(line),
        };
    }

    // The same method and framing, and a proof that is a guess, of every length.
    private string WithAnotherProof(string line)
    {
        string[] fields = line.Split(';');
        if (fields.Length > 1)
        {
            byte[] guess = new byte[random.Next(70)];
            random.NextBytes(guess);
            fields[1] = Convert.ToHexStringLower(guess);
        }

        return string.Join(';', fields);
    }

    private string Swapped(string line, char separator)
    {
        string[] fields = line.Split(separator);
        int one = random.Next(fields.Length);
        int other = random.Next(fields.Length);
        (fields[one], fields[other]) = (fields[other], fields[one]);
        return string.Join(separator, fields);
    }
}
