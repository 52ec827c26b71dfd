using System.Buffers;

namespace Mp.Links;

/// <summary>What waits to be written to a connection: one buffer is filled while the other one is written.</summary>
internal sealed class OutgoingBytes
{
    // A buffer that a burst has blown up is not kept.
    private const int MaxKeptBytes = 1024 * 1024;

    private ArrayBufferWriter<byte> _filling = new();
    private ArrayBufferWriter<byte> _writing = new();

    /// <summary>Whether somebody writes, or was told to.</summary>
    public bool IsFlushing { get; set; }

    /// <summary>How many bytes wait, with those that are being written.</summary>
    public int Count => _filling.WrittenCount + _writing.WrittenCount;

    /// <summary>Where to append.</summary>
    public IBufferWriter<byte> Writer => _filling;

    /// <summary>Takes what has gathered, to write it. What was taken before has been written.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        ArrayBufferWriter<byte> written = _writing;
        _writing = _filling;
        _filling = written.Capacity > MaxKeptBytes ? new ArrayBufferWriter<byte>() : written;
        _filling.ResetWrittenCount();
        IsFlushing = _writing.WrittenCount > 0;
        return _writing.WrittenMemory;
    }

    /// <summary>Forgets everything. What is being written stays untouched, as its writer still reads it.</summary>
    public void Reset()
    {
        _filling = new ArrayBufferWriter<byte>();
        _writing = new ArrayBufferWriter<byte>();
        IsFlushing = false;
    }
}
