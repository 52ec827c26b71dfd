using System.Buffers;
using System.IO.Pipelines;

namespace Mp.Transports.Memory;

/// <summary>Two pipes as one stream that behaves as that of a socket. One reader and one writer at a time.</summary>
/// <remarks>
/// Another thread may end it at any time. So it never completes a reader, whose memory may just be read from; it
/// raises a flag and then wakes whoever waits.
/// </remarks>
internal sealed class DuplexPipeStream(PipeReader input, PipeWriter output) : Stream
{
    private volatile bool _isDisposed;
    private volatile bool _hasFailed;
    private volatile bool _isReadByNobody;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private bool IsLost => _hasFailed || _isDisposed;

    /// <summary>Makes reading and writing fail, from now on and where they wait.</summary>
    public void Fail()
    {
        _hasFailed = true;
        input.CancelPendingRead();
        output.CancelPendingFlush();
    }

    /// <summary>The other end was closed: what is written would be read by nobody.</summary>
    public void EndWriting()
    {
        _isReadByNobody = true;
        output.CancelPendingFlush();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ThrowIfLost();
        ReadResult result = await input.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (IsLost || result.IsCanceled)
        {
            input.AdvanceTo(result.Buffer.Start);
            throw Lost();
        }

        int count = (int)Math.Min(result.Buffer.Length, buffer.Length);
        ReadOnlySequence<byte> taken = result.Buffer.Slice(0, count);
        taken.CopyTo(buffer.Span);
        input.AdvanceTo(taken.End);
        return count;
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default)
    {
        ThrowIfLost();
        if (_isReadByNobody)
        {
            throw Lost();
        }

        try
        {
            FlushResult result = await output.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
            if (result.IsCanceled)
            {
                throw Lost();
            }
        }
        catch (InvalidOperationException) when (_isDisposed)
        {
            // The pipe was completed between the check and the write.
            throw Lost();
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // What is written is on its way at once.
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw OnlyAsynchronous();

    public override void Write(byte[] buffer, int offset, int count) => throw OnlyAsynchronous();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;

            // The other end reads what is there, and then the end. If the connection was cut, it has failed anyway.
            output.Complete();
            input.CancelPendingRead();
            output.CancelPendingFlush();
        }

        base.Dispose(disposing);
    }

    private static NotSupportedException OnlyAsynchronous() => new("This stream is read and written asynchronously.");

    private static IOException Lost() => new("The connection was lost.");

    private void ThrowIfLost()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_hasFailed)
        {
            throw Lost();
        }
    }
}
