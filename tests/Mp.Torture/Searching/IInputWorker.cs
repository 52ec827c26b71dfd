namespace Mp.Torture.Searching;

/// <summary>Makes inputs and checks them. Each thread has its own.</summary>
internal interface IInputWorker
{
    /// <summary>Does what stays in memory for good, so that what does not can be told from it.</summary>
    void Warm();

    /// <summary>The inputs from a number on: the same numbers, the same inputs.</summary>
    IEnumerable<byte[]> Inputs(long first, long count);

    /// <summary>Checks the input that <see cref="Inputs"/> gave last.</summary>
    /// <exception cref="FindingException">It shows an error. So does every other exception.</exception>
    void Check(byte[] input);
}
