namespace Mp.Torture.Coverage;

/// <summary>What is searched: takes any bytes, and says what it did with them only by the edges that it took.</summary>
internal interface ICoverageTarget
{
    /// <summary>Inputs to begin from.</summary>
    IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>What inputs are made of.</summary>
    IReadOnlyList<byte[]> Tokens { get; }

    /// <summary>How many bytes stand before what is given to the code itself: they say how it is given.</summary>
    int HeaderBytes { get; }

    /// <summary>Puts right what only an input of this very length can have right.</summary>
    void Repair(InputBuffer input);

    /// <summary>Has inputs run without weighing what it costs: what is made once, by the first who needs it, is made then.</summary>
    void Warm(Action reads);

    /// <summary>Checks an input. Equal inputs take equal ways.</summary>
    /// <exception cref="Searching.FindingException">It shows an error. So does every other exception.</exception>
    void Run(byte[] input);
}
