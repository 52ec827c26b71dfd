using System.Runtime.CompilerServices;
using Mp.Links;

namespace Mp.Runtime.Tests.Links;

public sealed class LongArraysTests
{
    private readonly LongArrays _arrays = new();

    [Theory]
    [InlineData(65_537)]
    [InlineData(100_000)]
    [InlineData(1_048_576)]
    [InlineData(1_048_626)]
    [InlineData(5_242_880)]
    [InlineData(50_000_000)]
    public void Array_IsLongEnough_AndNotMuchLonger(int bytes)
    {
        byte[] array = _arrays.Rent(bytes);

        Assert.InRange(array.Length, bytes, bytes + (bytes / 4));
        _arrays.Return(array);
    }

    [Fact]
    public void Array_ThatWasReturned_IsLentAgain_AndToOneOnly()
    {
        byte[] first = _arrays.Rent(100_000);
        byte[] second = _arrays.Rent(100_000);
        _arrays.Return(second);

        Assert.Same(second, _arrays.Rent(99_999));
        byte[] third = _arrays.Rent(100_000);
        Assert.NotSame(first, third);
        Assert.NotSame(second, third);
    }

    [Fact]
    public void Kept_AreNotMoreThanSixteenMebibytes()
    {
        byte[][] lent = [.. Enumerable.Range(0, 7).Select(_ => _arrays.Rent(3_900_000))];
        foreach (byte[] array in lent[..6])
        {
            _arrays.Return(array);
        }

        Assert.Equal(4, Enumerable.Range(0, 6).Count(_ => lent.Contains(_arrays.Rent(3_900_000))));
    }

    [Fact]
    public void Kept_OfOtherLengths_MakeRoom()
    {
        byte[][] lent = [.. Enumerable.Range(0, 5).Select(_ => _arrays.Rent(3_900_000))];
        byte[] shorter = _arrays.Rent(100_000);
        foreach (byte[] array in lent[..4])
        {
            _arrays.Return(array);
        }

        _arrays.Return(shorter);

        Assert.Same(shorter, _arrays.Rent(100_000));
    }

    [Fact]
    public void Kept_AreTheCollectors_WhileNoneIsLent()
    {
        WeakReference array = RentAndReturn();

        GC.Collect();

        Assert.False(array.IsAlive);
        Assert.Equal(114_688, _arrays.Rent(100_000).Length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference RentAndReturn()
    {
        byte[] array = _arrays.Rent(100_000);
        _arrays.Return(array);
        return new WeakReference(array);
    }
}
