namespace Mp.Benchmarks;

/// <summary>The receiver of G50.</summary>
internal sealed partial class FiftyTags : TagCounter
{
    [Rcv("m0000")] private void M0000(long n) => Add(n);
    [Rcv("m0001")] private void M0001(long n) => Add(n);
    [Rcv("m0002")] private void M0002(long n) => Add(n);
    [Rcv("m0003")] private void M0003(long n) => Add(n);
    [Rcv("m0004")] private void M0004(long n) => Add(n);
    [Rcv("m0005")] private void M0005(long n) => Add(n);
    [Rcv("m0006")] private void M0006(long n) => Add(n);
    [Rcv("m0007")] private void M0007(long n) => Add(n);
    [Rcv("m0008")] private void M0008(long n) => Add(n);
    [Rcv("m0009")] private void M0009(long n) => Add(n);
    [Rcv("m0010")] private void M0010(long n) => Add(n);
    [Rcv("m0011")] private void M0011(long n) => Add(n);
    [Rcv("m0012")] private void M0012(long n) => Add(n);
    [Rcv("m0013")] private void M0013(long n) => Add(n);
    [Rcv("m0014")] private void M0014(long n) => Add(n);
    [Rcv("m0015")] private void M0015(long n) => Add(n);
    [Rcv("m0016")] private void M0016(long n) => Add(n);
    [Rcv("m0017")] private void M0017(long n) => Add(n);
    [Rcv("m0018")] private void M0018(long n) => Add(n);
    [Rcv("m0019")] private void M0019(long n) => Add(n);
    [Rcv("m0020")] private void M0020(long n) => Add(n);
    [Rcv("m0021")] private void M0021(long n) => Add(n);
    [Rcv("m0022")] private void M0022(long n) => Add(n);
    [Rcv("m0023")] private void M0023(long n) => Add(n);
    [Rcv("m0024")] private void M0024(long n) => Add(n);
    [Rcv("m0025")] private void M0025(long n) => Add(n);
    [Rcv("m0026")] private void M0026(long n) => Add(n);
    [Rcv("m0027")] private void M0027(long n) => Add(n);
    [Rcv("m0028")] private void M0028(long n) => Add(n);
    [Rcv("m0029")] private void M0029(long n) => Add(n);
    [Rcv("m0030")] private void M0030(long n) => Add(n);
    [Rcv("m0031")] private void M0031(long n) => Add(n);
    [Rcv("m0032")] private void M0032(long n) => Add(n);
    [Rcv("m0033")] private void M0033(long n) => Add(n);
    [Rcv("m0034")] private void M0034(long n) => Add(n);
    [Rcv("m0035")] private void M0035(long n) => Add(n);
    [Rcv("m0036")] private void M0036(long n) => Add(n);
    [Rcv("m0037")] private void M0037(long n) => Add(n);
    [Rcv("m0038")] private void M0038(long n) => Add(n);
    [Rcv("m0039")] private void M0039(long n) => Add(n);
    [Rcv("m0040")] private void M0040(long n) => Add(n);
    [Rcv("m0041")] private void M0041(long n) => Add(n);
    [Rcv("m0042")] private void M0042(long n) => Add(n);
    [Rcv("m0043")] private void M0043(long n) => Add(n);
    [Rcv("m0044")] private void M0044(long n) => Add(n);
    [Rcv("m0045")] private void M0045(long n) => Add(n);
    [Rcv("m0046")] private void M0046(long n) => Add(n);
    [Rcv("m0047")] private void M0047(long n) => Add(n);
    [Rcv("m0048")] private void M0048(long n) => Add(n);
    [Rcv("m0049")] private void M0049(long n) => Add(n);
}
